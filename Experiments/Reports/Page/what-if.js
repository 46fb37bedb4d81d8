'use strict';
(() => {
  // A Gaussian process with Matérn 5/2 correlation, as the program fitted it: mean = level + Σ weight·σ²·ρ. The variance is conditioned on the nearest points,
  // which can only make it too large, and leaves the page small.
  const NEAREST = 200;
  const PLACES = 33;
  const given = JSON.parse(document.getElementById('what-if-data').textContent);
  const numbers = text => new Float64Array(Uint8Array.from(atob(text), letter => letter.charCodeAt(0)).buffer);
  const correlation = squared => { const r = Math.sqrt(5 * squared); return (1 + r + r * r / 3) * Math.exp(-r); };
  const axes = given.axes;
  const outcomes = given.outcomes.map(outcome => {
    const lengths = outcome.lengths;
    const scaled = numbers(outcome.inputs);
    for (let index = 0; index < scaled.length; index++) { scaled[index] /= lengths[index % lengths.length]; }
    return { ...outcome, scaled, weights: numbers(outcome.weights), noise: numbers(outcome.noise), count: scaled.length / lengths.length };
  });

  const distances = (outcome, point) => {
    const { scaled, lengths, count } = outcome;
    const result = new Float64Array(count);
    for (let row = 0, at = 0; row < count; row++) {
      let sum = 0;
      for (let axis = 0; axis < lengths.length; axis++, at++) { const step = scaled[at] - point[axis] / lengths[axis]; sum += step * step; }
      result[row] = sum;
    }
    return result;
  };

  const mean = (outcome, squared) => {
    let sum = 0;
    for (let row = 0; row < squared.length; row++) { sum += outcome.weights[row] * correlation(squared[row]); }
    return outcome.level + outcome.signal * sum;
  };

  const variance = (outcome, squared) => {
    const { scaled, lengths, noise, signal, nugget } = outcome;
    const rows = [...squared.keys()].sort((one, other) => squared[one] - squared[other] || one - other).slice(0, NEAREST);
    const n = rows.length;
    const lower = new Float64Array(n * n);
    const near = new Float64Array(n);
    const ones = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const a = rows[i] * lengths.length;
      let [k, one] = [signal * correlation(squared[rows[i]]), 1];
      for (let j = 0; j <= i; j++) {
        const b = rows[j] * lengths.length;
        let sum = 0;
        for (let axis = 0; axis < lengths.length; axis++) { const step = scaled[a + axis] - scaled[b + axis]; sum += step * step; }
        let value = signal * correlation(sum) + (i === j ? noise[rows[i]] + nugget + outcome.jitter : 0);
        for (let before = 0; before < j; before++) { value -= lower[i * n + before] * lower[j * n + before]; }
        if (i === j) { lower[i * n + i] = Math.sqrt(Math.max(value, 1e-14)); } else { lower[i * n + j] = value / lower[j * n + j]; }
      }
      for (let before = 0; before < i; before++) { k -= lower[i * n + before] * near[before]; one -= lower[i * n + before] * ones[before]; }
      near[i] = k / lower[i * n + i];
      ones[i] = one / lower[i * n + i];
    }
    let [known, mixed, information] = [0, 0, 0];
    for (let i = 0; i < n; i++) { known += near[i] * near[i]; mixed += near[i] * ones[i]; information += ones[i] * ones[i]; }
    return Math.max(0, signal - known + (1 - mixed) ** 2 / information);
  };

  // What the panel shows, for anyone who wants to check it.
  const predict = (outcome, point) => {
    const squared = distances(outcome, point);
    return { mean: outcome.centre + outcome.spread * mean(outcome, squared), variance: outcome.spread ** 2 * variance(outcome, squared) + outcome.extra };
  };

  const exact = (axis, position) => axis.log ? axis.low * (axis.high / axis.low) ** position : axis.low + (axis.high - axis.low) * position;
  const value = (axis, position) => axis.integer ? Math.round(exact(axis, position)) : exact(axis, position);
  const position = (axis, number) => axis.log ? Math.log(number / axis.low) / Math.log(axis.high / axis.low) : (number - axis.low) / (axis.high - axis.low);
  const written = number => Number(number.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 10 }).replace('-', '−');
  // Digits that the width of an interval can carry.
  const rounded = (number, half) => {
    const step = half > 0 ? 10 ** (Math.floor(Math.log10(half)) - (half < Math.abs(number) ? 0 : 1)) : 0;
    const decimals = step > 0 ? Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) : 3;
    const coarse = step > 0 ? Math.round(number / step) * step : number;
    return (coarse === 0 ? 0 : coarse).toLocaleString('en-US', { minimumFractionDigits: Math.min(decimals, 10), maximumFractionDigits: Math.min(decimals, 10) }).replace('-', '−');
  };

  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElementNS(['svg', 'path', 'circle', 'line'].includes(tag) ? 'http://www.w3.org/2000/svg' : 'http://www.w3.org/1999/xhtml', tag);
    for (const [name, text] of Object.entries(attributes)) { node.setAttribute(name, text); }
    node.append(...children);
    return node;
  };

  const panel = document.getElementById('what-if-panel');
  const point = axes.map(() => 0.5);
  let drawn = 0;

  const cards = outcomes.map((outcome, index) => {
    const name = outcomes.length > 1
      ? make('label', { class: 'what-if-name' }, make('input', { type: 'radio', name: 'what-if-curves', value: index, ...(index === 0 ? { checked: '' } : {}) }), outcome.label)
      : make('p', { class: 'what-if-name' }, outcome.label);
    const number = make('p', { class: 'value' });
    const range = make('p', { class: 'range' });
    const bar = make('div', { class: 'what-if-bar', 'aria-hidden': 'true' }, make('span'), make('i'));
    name.querySelector('input')?.addEventListener('change', () => { drawn = index; request(); });
    return { node: make('div', { class: 'what-if-outcome' }, name, number, range, bar), number, range, band: bar.firstChild, mark: bar.lastChild };
  });

  const sliders = axes.map((axis, index) => {
    const id = `what-if-${index}`;
    const steps = axis.integer && !axis.log ? axis.high - axis.low : 200;
    const input = make('input', { type: 'range', id, min: 0, max: steps, step: 1, value: Math.round(steps / 2) });
    const shown = make('output', { for: id });
    const curve = make('path', { class: 'curve' });
    const picture = make('svg', { viewBox: '0 0 300 64', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, curve);
    const marker = make('span', { class: 'what-if-dot' });
    input.addEventListener('input', () => { point[index] = place(); request(); });
    const place = () => axis.integer ? position(axis, value(axis, Number(input.value) / steps)) : Number(input.value) / steps;
    const unit = axis.unit ? ` ${axis.unit}` : '';
    return {
      input, shown, curve, marker, steps, place, unit,
      node: make('div', { class: 'what-if-factor' },
        make('div', { class: 'what-if-head' }, make('label', { for: id }, axis.label), shown),
        make('div', { class: 'what-if-picture' }, picture, marker), input,
        make('div', { class: 'what-if-ends', 'aria-hidden': 'true' }, make('span', {}, written(axis.low)), make('span', {}, written(axis.high)))),
    };
  });

  const reset = make('button', { type: 'button' }, 'Back to the middle');
  reset.addEventListener('click', () => { sliders.forEach(slider => { slider.input.value = Math.round(slider.steps / 2); }); start(); request(); });
  panel.querySelector('.what-if-outcomes').append(...cards.map(card => card.node));
  panel.querySelector('.what-if-factors').append(...sliders.map(slider => slider.node), reset);

  const show = () => {
    outcomes.forEach((outcome, index) => {
      const { mean: centre, variance: spread } = predict(outcome, point);
      const half = 1.959963984540054 * Math.sqrt(spread) * outcome.scale;
      const middle = centre * outcome.scale;
      const unit = outcome.scale === 100 ? '%' : '';
      cards[index].number.textContent = rounded(middle, half) + unit;
      cards[index].range.textContent = `95%: ${rounded(middle - half, half)}${unit} to ${rounded(middle + half, half)}${unit}${outcome.scale === 100 || !outcome.unit ? '' : ` ${outcome.unit}`}`;
      const width = outcome.high - outcome.low || 1;
      const across = number => 100 * Math.max(0, Math.min(1, (number - outcome.low) / width));
      cards[index].band.style.left = `${across(centre - half / outcome.scale)}%`;
      cards[index].band.style.right = `${100 - across(centre + half / outcome.scale)}%`;
      cards[index].mark.style.left = `${across(centre)}%`;
    });
    const outcome = outcomes[drawn];
    const squared = distances(outcome, point);
    const curves = axes.map((_, axis) => {
      const length = outcome.lengths[axis];
      return Array.from({ length: PLACES }, (__, step) => {
        const moved = new Float64Array(outcome.count);
        for (let row = 0; row < outcome.count; row++) {
          const at = outcome.scaled[row * axes.length + axis];
          const [before, after] = [at - point[axis] / length, at - step / (PLACES - 1) / length];
          moved[row] = Math.max(0, squared[row] - before * before + after * after);
        }
        return mean(outcome, moved);
      });
    });
    const here = mean(outcome, squared);
    const all = curves.flat();
    const [low, high] = [Math.min(...all, here), Math.max(...all, here)];
    const down = number => 60 - 56 * (high > low ? (number - low) / (high - low) : 0.5);
    sliders.forEach((slider, index) => {
      slider.curve.setAttribute('d', curves[index].map((number, step) => `${step ? 'L' : 'M'}${(300 * step / (PLACES - 1)).toFixed(1)} ${down(number).toFixed(1)}`).join(''));
      slider.marker.style.left = `${100 * point[index]}%`;
      slider.marker.style.top = `${100 * down(here) / 64}%`;
      slider.shown.textContent = written(value(axes[index], point[index])) + slider.unit;
      slider.input.setAttribute('aria-valuetext', slider.shown.textContent);
    });
  };

  let waiting = false;
  const request = () => {
    if (waiting) { return; }
    waiting = true;
    requestAnimationFrame(() => { waiting = false; show(); });
  };

  const start = () => sliders.forEach((slider, index) => { point[index] = slider.place(); });
  start();
  document.getElementById('what-if-waiting').remove();
  panel.hidden = false;
  show();
  window.whatIf = { outcomes, predict };
})();
