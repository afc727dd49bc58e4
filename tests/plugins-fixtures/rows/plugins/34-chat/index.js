(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['34'] = rows['34'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    PEX.pluginAPI.sendChatMessage('row 34 text');
    PEX.pluginAPI.sendChatMessage({ type: 'text/plain', payload: 'row 34 object' });
  }
  PEX.pluginAPI.registerPlugin({ id: '34-chat', load: load, unload: unload, act: act });
})();
