(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['43'] = rows['43'] || {});
  function load() {
    var ids = ['mainVideo', 'selfviewVideo', 'conference-stage-container', 'conference-container', 'toolbar-audio-on__button-container', 'toolbar-audio-off__button-container'];
    row.missing = function () { return ids.filter(function (id) { return !document.getElementById(id); }); };
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '43-page-hooks', load: load, unload: unload });
})();
