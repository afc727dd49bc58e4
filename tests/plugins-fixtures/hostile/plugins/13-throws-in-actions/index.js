(function () {
  function load(participants$, conferenceDetails$) {
    PEX.actions$.subscribe(function (action) {
      if (action.type === 'anything') throw new Error('in actions');
    });
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '13-throws-in-actions', load: load, unload: unload, act: act });
})();
