'use strict';
(() => {
  const root = document.documentElement;
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const button = document.getElementById('theme');
  let chosen = null;
  const colour = () => {
    const isDark = (chosen ?? (system.matches ? 'dark' : 'light')) === 'dark';
    root.dataset.theme = isDark ? 'dark' : 'light';
    button.textContent = isDark ? 'Light' : 'Dark';
  };
  button.addEventListener('click', () => { chosen = root.dataset.theme === 'dark' ? 'light' : 'dark'; colour(); });
  system.addEventListener('change', colour);

  const tools = document.getElementById('tools');
  const search = document.getElementById('search');
  const sort = document.getElementById('sort');
  const found = document.getElementById('found');
  const list = document.getElementById('cards');
  const rest = document.getElementById('rest');
  const all = [...document.querySelectorAll('.card')];
  const cards = [...list.querySelectorAll('.card')];

  // Accents and case make no difference to who searches.
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const texts = new Map(all.map(card => [card, plain(card.textContent)]));

  const open = new Map(all.map(card => {
    const copy = card.cloneNode(true);
    copy.querySelectorAll('details').forEach(folded => folded.remove());
    return [card, plain(copy.textContent)];
  }));

  const filter = () => {
    const words = plain(search.value).split(/\s+/).filter(word => word);
    const holds = text => words.every(word => text.includes(word));
    let shown = 0;
    for (const card of all) {
      card.hidden = !holds(texts.get(card));
      shown += card.hidden ? 0 : 1;
      // What was looked for may be folded away.
      for (const folded of card.hidden ? [] : card.querySelectorAll('details')) {
        const inside = plain(folded.textContent);
        folded.open ||= words.some(word => inside.includes(word) && !open.get(card).includes(word));
      }
    }
    if (rest) { rest.hidden = !rest.querySelector('.card:not([hidden])'); }
    found.textContent = words.length === 0 ? '' : shown === 0 ? 'Nothing has all these words.' : `${shown} of ${all.length}`;
  };

  const order = () => {
    const byName = (a, b) => a.dataset.name.localeCompare(b.dataset.name, 'en', { numeric: true });
    const byTime = (a, b) => b.dataset.finished.localeCompare(a.dataset.finished);
    cards.sort(sort.value === 'name' ? byName : (a, b) => byTime(a, b) || byName(a, b));
    list.append(...cards);
  };

  search.addEventListener('input', filter);
  sort.addEventListener('change', order);
  tools.addEventListener('submit', event => event.preventDefault());
  tools.hidden = all.length < 2;
  colour();
  // A browser that goes back keeps what was typed.
  filter();
  order();
  root.dataset.drawn = 'true';
})();
