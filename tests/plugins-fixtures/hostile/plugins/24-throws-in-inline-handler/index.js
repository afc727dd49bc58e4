(function () {
  function load(participants$, conferenceDetails$) {

  }
  function unload() {

  }
  function act(participants, conference) {
    PEX.pluginAPI.openTemplateDialog({ title: 'x', body: '<button id="hostile" onclick="throw new Error(\'in handler\')">x</button>' });
    Promise.resolve().then(function () { document.getElementById('hostile').click(); });
  }
  PEX.pluginAPI.registerPlugin({ id: '24-throws-in-inline-handler', load: load, unload: unload, act: act });
})();
