-- What could not be read
-- Files and passages that could not be read or decided, by kind, with an example of each and what to do about it.
SELECT code, count(*) AS findings, count(DISTINCT path) AS files, min(message) AS example
FROM findings
GROUP BY code
ORDER BY findings DESC, code
