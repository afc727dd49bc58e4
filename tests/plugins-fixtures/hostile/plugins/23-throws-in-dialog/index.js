(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    PEX.pluginAPI.openTemplateDialog({ title: 'x', body: 'x' }).subscribe(function () { throw new Error('in dialog'); });
  }
  PEX.pluginAPI.registerPlugin({ id: '23-throws-in-dialog', load: load, unload: unload, act: act });
})();
