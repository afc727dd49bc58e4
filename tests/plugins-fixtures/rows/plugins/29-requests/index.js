(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['29'] = rows['29'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    row.answers = [];
    PEX.pluginAPI.sendRequest('muteguests', undefined, function (answer) { row.answers.push(answer.status); });
    PEX.pluginAPI.sendRequest('participants/u/video_muted');
    PEX.pluginAPI.sendRequest('/participants/u/overlaytext', { text: 'x' });
    PEX.pluginAPI.sendRequest('/participants/u/transfer', { conference_alias: 'b', role: 'guest', pin: '' });
  }
  PEX.pluginAPI.registerPlugin({ id: '29-requests', load: load, unload: unload, act: act });
})();
