(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    PEX.pluginAPI.openTemplateDialog({ title: 'x', body: new Array(2e6).join('x') });
  }
  PEX.pluginAPI.registerPlugin({ id: '38-huge-dialog', load: load, unload: unload, act: act });
})();
