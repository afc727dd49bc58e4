(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['28'] = rows['28'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    PEX.pluginAPI.openTemplateDialog({ title: 'row 28', body: '<iframe id="row28" src="about:blank" title="row 28"></iframe>' });
  }
  PEX.pluginAPI.registerPlugin({ id: '28-dialog-frame', load: load, unload: unload, act: act });
})();
