(function () {
  // Whatever is left over of a load holds on to this much, so that nothing left over stays unseen.
  function heavy() {
    return new Array(25000).fill(Math.random());
  }
  var loads = 0;
  var current = 0;
  var state$ = PEX.pluginAPI.createNewState({});
  function load(participants$, conferenceDetails$) {
    var weight = heavy();
    current = loads + 1;
    var mine = (loads = loads + 1);
    var touch = function () {
      if (mine !== current) console.error('heard after unload: ' + new Error().stack);
      window.everythingHeard = (window.everythingHeard || 0) + (weight.length > 0 ? 1 : 0);
    };
    // Later than any test lasts, and known by this length.
    setTimeout(touch, 3600123);
    setInterval(touch, 3600123);
    requestAnimationFrame(function again() {
      touch();
      requestAnimationFrame(again);
    });
    document.addEventListener('click', touch);
    window.addEventListener('resize', touch);
    document.getElementById('conference-stage-container').addEventListener('everything', touch);
    window.onblur = touch;
    participants$.subscribe(touch);
    conferenceDetails$.map(touch).subscribe();
    PEX.actions$.ofType('everything').subscribe(touch);
    new MutationObserver(touch).observe(document.body, { childList: true });
    new ResizeObserver(touch).observe(document.body);
    var style = document.createElement('style');
    style.className = 'everything';
    style.textContent = '.everything { color: red }';
    document.head.appendChild(style);
    var box = document.createElement('div');
    box.className = 'everything';
    box.weight = weight;
    box.onclick = touch;
    document.body.appendChild(box);
    document.body.insertAdjacentHTML('beforeend', '<p class="everything">more</p>');
    var brought = document.createElement('div');
    brought.innerHTML = '<p class="everything" onclick="void 0">brought</p>';
    brought.firstElementChild.weight = weight;
    document.body.appendChild(brought.firstElementChild);
    document.styleSheets[0].insertRule('.everything-ruled { color: red }', 0);
    PEX.pexrtc.onParticipantUpdate = (function (old) {
      return function (raw) {
        touch();
        old(raw);
      };
    })(PEX.pexrtc.onParticipantUpdate);
    window.everythingWeighs = weight;
    state$.next({ label: 'everything', weight: weight });
    PEX.pluginAPI.openTemplateDialog({ title: 'everything', body: '<button onclick="void 0">x</button>' }).then(function (dialog) {
      dialog.close$.subscribe(touch);
    });
  }
  PEX.pluginAPI.registerPlugin({ id: 'everything', load: load, unload: function () { current = 0; }, act: function () {}, state$: state$ });
})();
