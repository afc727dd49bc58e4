(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['27'] = rows['27'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    PEX.pluginAPI.openTemplateDialog({
      title: 'row 27',
      body: '<button id="row27" onclick="window.PEX.pluginAPI.transformConferenceLayout({layout:\'4:0\'})">Equal</button>'
    });
  }
  PEX.pluginAPI.registerPlugin({ id: '27-dialog-inline', load: load, unload: unload, act: act });
})();
