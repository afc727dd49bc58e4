(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['26'] = rows['26'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    PEX.pluginAPI.openTemplateDialog({ title: 'row 26', body: '<input id="row26">' }).then(function (ref) {
      row.found = document.getElementById('row26') !== null;
      ref.close();
    });
  }
  PEX.pluginAPI.registerPlugin({ id: '26-dialog-dom', load: load, unload: unload, act: act });
})();
