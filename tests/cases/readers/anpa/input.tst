W1234_harb
u i BC-EU--Ferry     05-03 0121
^BC-EU--Ferry,121<
^Ferry to Sandvik sails again<
^(Eds: Adds quote.)<
^By JOHN ROE=
^Harbour Agency=
	   SANDVIK (HA) _ The ferry sails again, the harbour office said.
	   ``It is a good day,'' said Jane Doe.<

