// What a screen reader would stumble over: headings that jump, things without a name, references to nothing.
() => {
  const wrong = [];
  const all = (selector) => document.querySelectorAll(selector);
  const show = (element) => element.outerHTML.slice(0, 80);
  const levels = [...all('h1, h2, h3, h4')].map((heading) => +heading.tagName[1]);
  if (levels[0] !== 1) wrong.push('does not begin with h1');
  levels.forEach((level, place) => {
    if (place && level > levels[place - 1] + 1) wrong.push(`h${level} after h${levels[place - 1]}`);
  });
  for (const element of all('a[href], button, summary')) {
    const name = element.getAttribute('aria-label') || element.textContent || element.title || '';
    if (!name.trim()) wrong.push(`no name: ${show(element)}`);
  }
  for (const element of all('input:not([type=hidden]), select')) {
    if (!element.labels.length) wrong.push(`no label: ${show(element)}`);
  }
  for (const element of all('svg')) {
    if (!element.getAttribute('aria-hidden') && !element.getAttribute('aria-label')) wrong.push('picture without words');
  }
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'for']) {
    for (const element of all(`[${attribute}]`)) {
      if (!document.getElementById(element.getAttribute(attribute))) wrong.push(`refers to nothing: ${show(element)}`);
    }
  }
  if (all('main').length !== 1) wrong.push('not one main');
  if (!document.documentElement.lang) wrong.push('no lang');
  if (!document.title.trim()) wrong.push('no title');
  return wrong;
}
