(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['23'] = rows['23'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    PEX.pluginAPI.openTemplateDialog({ title: null });
    PEX.pluginAPI.openTemplateDialog({ title: 'row 23', body: '<p>one</p>', isCloseDisabled: true }, 'static', 2000).then(function (ref) { row.ref = ref; });
    PEX.pluginAPI.openTemplateDialog({ title: 'row 23 z', body: '<p>two</p>' }, 3000);
  }
  PEX.pluginAPI.registerPlugin({ id: '23-dialog-arguments', load: load, unload: unload, act: act });
})();
