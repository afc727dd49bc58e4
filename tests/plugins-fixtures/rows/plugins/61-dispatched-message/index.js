(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['61'] = rows['61'] || {});
  function load() {
    row.loaded = true;
  }
  function unload() {}
  function act() {
    PEX.dispatchAction({ type: PEX.actions.SEND_CHAT_MESSAGE, payload: 'row 61' });
  }
  PEX.pluginAPI.registerPlugin({ id: '61-dispatched-message', load: load, unload: unload, act: act });
})();
