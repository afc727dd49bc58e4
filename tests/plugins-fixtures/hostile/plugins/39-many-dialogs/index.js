(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    for (var i = 0; i < 1000; i++) PEX.pluginAPI.openTemplateDialog({ title: 'many', body: String(i) });
  }
  PEX.pluginAPI.registerPlugin({ id: '39-many-dialogs', load: load, unload: unload, act: act });
})();
