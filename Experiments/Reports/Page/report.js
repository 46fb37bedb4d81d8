'use strict';
(() => {
  const root = document.documentElement;
  const dark = JSON.parse(document.getElementById('dark-colours').textContent);
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const button = document.getElementById('theme');
  const plots = [...document.querySelectorAll('[data-chart]')];
  let chosen = null;
  let width = 'wide';

  // Every colour of a figure has one counterpart on a dark page, so exchanging them by text is complete and cheap.
  const figure = (id, isDark) => {
    const text = document.getElementById(`${id}-${width}`).textContent;
    return JSON.parse(isDark ? text.replace(/#[0-9A-F]{6}/g, colour => dark[colour] ?? colour) : text);
  };

  const draw = () => {
    const isDark = (chosen ?? (system.matches ? 'dark' : 'light')) === 'dark';
    root.dataset.theme = isDark ? 'dark' : 'light';
    button.textContent = isDark ? 'Light' : 'Dark';
    for (const plot of plots) {
      const { data, layout } = figure(plot.dataset.chart, isDark);
      layout.paper_bgcolor = layout.plot_bgcolor = 'rgba(0,0,0,0)';
      Plotly.react(plot, data, layout, { responsive: true, displayModeBar: false });
    }
  };

  const measure = () => {
    const now = window.innerWidth < 720 ? 'narrow' : 'wide';
    if (now !== width) { width = now; return true; }
    return false;
  };

  button.addEventListener('click', () => { chosen = root.dataset.theme === 'dark' ? 'light' : 'dark'; draw(); });
  system.addEventListener('change', draw);
  window.addEventListener('resize', () => { if (measure()) { draw(); } });

  const copy = document.getElementById('copy');
  copy?.addEventListener('click', async () => {
    const table = document.querySelector('#outcomes .outcomes');
    const rows = [...table.rows].map(row => [...row.cells].flatMap(cell => cell.dataset.copy.split('|')).join('\t'));
    const text = rows.join('\n');
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages opened from a file may not touch the clipboard that way.
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    copy.textContent = 'Copied';
    setTimeout(() => { copy.textContent = 'Copy the table'; }, 2000);
  });

  measure();
  draw();
  root.dataset.drawn = 'true';
})();
