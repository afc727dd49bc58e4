(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['57'] = rows['57'] || {});
  function load() {
    var hooks = ['.toolbar-audio-bar-fill', '.pex-stage__toolbar-button-icon', '#toolbar-audio-on__button-container button', '#toolbar-audio-off__button-container button'];
    row.missing = function () { return hooks.filter(function (hook) { return !document.querySelector(hook); }); };
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '57-toolbar-hooks', load: load, unload: unload });
})();
