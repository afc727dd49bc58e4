(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    PEX.pluginAPI.openTemplateDialog({ title: 'x', body: 'x' }).then(function (ref) { ref.close$.subscribe(function () { throw new Error('in close'); }); ref.close(); });
  }
  PEX.pluginAPI.registerPlugin({ id: '26-throws-in-close', load: load, unload: unload, act: act });
})();
