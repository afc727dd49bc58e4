(function () {
  function load(participants$, conferenceDetails$) {
    PEX.actions$.ofType('circle').subscribe(function () { PEX.dispatchAction({ type: 'circle' }); });
  }
  function unload() {

  }
  function act(participants, conference) {
    PEX.dispatchAction({ type: 'circle' });
  }
  PEX.pluginAPI.registerPlugin({ id: '36-dispatch-circle', load: load, unload: unload, act: act });
})();
