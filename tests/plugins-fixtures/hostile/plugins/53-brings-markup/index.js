(function () {
  function load(participants$, conferenceDetails$) {
    var tmp = document.createElement('div');
    tmp.innerHTML = '<div class="leak">moved</div>';
    document.body.appendChild(tmp.firstElementChild);
    var template = document.createElement('template');
    template.innerHTML = '<p class="leak">template</p><p class="leak">twice</p>';
    document.body.append(template.content.cloneNode(true), 'text');
    document.body.lastChild.remove();
    document.body.insertBefore(document.createRange().createContextualFragment('<b class="leak">range</b>'), document.body.firstChild);
    document.body.prepend(new DOMParser().parseFromString('<u class="leak">parsed</u>', 'text/html').body.firstElementChild);
    var image = new Image();
    image.className = 'leak';
    document.body.insertAdjacentElement('beforeend', image);
    var box = document.createElement('i');
    box.className = 'leak';
    document.body.appendChild(box);
    box.insertAdjacentHTML('afterend', '<s class="leak">beside</s>');
    box.outerHTML = '<em class="leak"><small class="leak">in the place of it</small></em>';
    document.body.appendChild(document.querySelector('small.leak'));
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '53-brings-markup', load: load, unload: unload, act: act });
})();
