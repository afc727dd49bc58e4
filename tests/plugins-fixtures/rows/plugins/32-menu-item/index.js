(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['32'] = rows['32'] || {});
  function load() {
    PEX.actions$.ofType('[Conference] Set remote call type').subscribe(function () {
      PEX.pluginAPI.getPluginMenuItem('32-menu-item', 'hidden-item').hide();
    });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '32-menu-item', load: load, unload: unload, act: function () {} });
})();
