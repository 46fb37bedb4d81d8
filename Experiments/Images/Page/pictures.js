'use strict';
(async () => {
  // A frame whose document stays open holds back the load event, and with it the moment at which the browser prints the page: no waiting time is guessed.
  const hold = document.body.appendChild(document.createElement('iframe'));
  hold.contentDocument.open();

  const jobs = JSON.parse(document.getElementById('jobs').textContent);
  const results = document.createElement('main');
  const hand = (place, kind, text) => {
    const result = results.appendChild(document.createElement('pre'));
    result.id = `${kind}-${place}`;
    result.textContent = text;
  };

  // plotly draws ids and classes by lot. The same lots for every picture, and the name of its chart in place of the first,
  // make the same bytes each time, whichever pictures are drawn with it.
  const lots = () => {
    let state = 1;
    Math.random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  };
  const named = (svg, id) => {
    const lot = svg.match(/id="defs-([0-9a-f]{6})"/);
    return lot ? svg.replaceAll(lot[1], `${id}-`) : svg;
  };

  const load = source => new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture cannot be read again'));
    image.src = source;
  });

  const draw = async ({ id, figure, x, y, width, height, head, tail, pixelsWide, pixelsHigh }) => {
    lots();
    const plot = await Plotly.toImage({ ...figure, config: { staticPlot: true } }, { format: 'svg', width, height, imageDataOnly: true });
    const svg = head + named(plot, id).replace(/^<svg /, `<svg x="${x}" y="${y}" `) + tail;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [pixelsWide, pixelsHigh];
    canvas.getContext('2d').drawImage(await load('data:image/svg+xml,' + encodeURIComponent(svg)), 0, 0, pixelsWide, pixelsHigh);
    return [svg, canvas.toDataURL('image/png').split(',')[1]];
  };

  try {
    await Promise.all([400, 600].map(weight => document.fonts.load(`${weight} 20px Roboto`)));
    for (const [place, job] of jobs.entries()) {
      const [svg, png] = await draw(job);
      hand(place, 'svg', encodeURIComponent(svg));
      hand(place, 'png', png);
    }
  } catch (problem) {
    hand(0, 'problem', encodeURIComponent(String(problem?.stack ?? problem)));
  }

  document.querySelectorAll('script, style').forEach(element => element.remove());
  document.body.append(results);
  hold.contentDocument.close();
  hold.remove();
})();
