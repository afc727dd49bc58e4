// Everything in the portal works without this; it shows at once what a choice would look like.
const colours = [...document.querySelectorAll('input[data-colour]')];

const luminance = (colour) => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = () => {
  const value = (name, dark) => colours.find((input) => input.dataset.colour === name && input.dataset.dark === dark).value;
  let warned = false;
  for (const line of document.querySelectorAll('.portal-contrast li')) {
    const { over, under, dark, least, words } = line.dataset;
    const [one, other] = [luminance(value(over, dark)), luminance(value(under, dark))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const close = ratio < Number(least);
    const said = close ? words.replace('#', String(Math.floor(ratio * 100) / 100)) : '';
    if (line.textContent !== said) line.textContent = said;
    line.hidden = !close;
    warned ||= close;
  }
  document.querySelector('[data-readable]').hidden = warned;
};

for (const input of colours) {
  input.addEventListener('input', () => {
    document.querySelector(`.portal-frame[data-dark='${input.dataset.dark}']`).style.setProperty(`--pl-${input.dataset.colour}`, input.value);
    input.parentElement.querySelector('code').textContent = input.value;
    contrast();
  });
}

document.getElementById('field-brandName')?.addEventListener('input', (event) => {
  for (const name of document.querySelectorAll('[data-brand-name]')) name.textContent = event.target.value || 'Plenum';
});

for (const chooser of document.querySelectorAll('input[data-shows]')) {
  chooser.addEventListener('change', () => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      for (const picture of document.querySelectorAll(`img[data-picture='${chooser.dataset.shows}']`)) picture.src = reader.result;
    });
    if (chooser.files[0]) reader.readAsDataURL(chooser.files[0]);
  });
}

// A colour can be chosen as well as written.
for (const text of document.querySelectorAll('input[data-colour-text]')) {
  const swatch = Object.assign(document.createElement('input'), { type: 'color', value: /^#[0-9a-f]{6}$/i.test(text.value) ? text.value : '#000000' });
  swatch.setAttribute('aria-label', `Choose ${text.dataset.colourText}`);
  const both = document.createElement('div');
  both.className = 'portal-with-swatch';
  text.replaceWith(both);
  both.append(swatch, text);
  swatch.addEventListener('input', () => { text.value = swatch.value; });
  text.addEventListener('input', () => { if (/^#[0-9a-f]{6}$/i.test(text.value)) swatch.value = text.value; });
}

// Plugins can be dragged as well as moved by their buttons.
let dragged = null;
for (const line of document.querySelectorAll('.portal-picks li')) {
  const head = line.querySelector('.portal-pick-head');
  head.addEventListener('pointerdown', () => { line.draggable = true; });
  line.addEventListener('dragstart', (event) => { dragged = line; event.dataTransfer.effectAllowed = 'move'; });
  line.addEventListener('dragend', () => { line.draggable = false; dragged = null; });
  line.addEventListener('dragover', (event) => { if (dragged && dragged !== line) { event.preventDefault(); line.classList.add('portal-over'); } });
  line.addEventListener('dragleave', () => line.classList.remove('portal-over'));
  line.addEventListener('drop', (event) => {
    event.preventDefault();
    const form = line.closest('form');
    form.elements.place.value = String([...line.parentElement.children].indexOf(line));
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'do', value: `to:${dragged.dataset.plugin}` }));
    form.submit();
  });
}
