(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['39'] = rows['39'] || {});
  function load(participants$) {
    PEX.actions$.ofType('[Conference] Connect Success').subscribe(function () {
      PEX.dispatchAction({ type: '[Conference] Mute Camera' });
      PEX.dispatchAction({ type: '[Conference] Mute Microphone' });
    });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '39-start-muted', load: load, unload: unload });
})();
