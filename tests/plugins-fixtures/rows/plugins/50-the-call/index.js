(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['50'] = rows['50'] || {});
  function load() {
    var call = PEX.pexrtc;
    row.has = { name: call.conference_name, node: call.node, role: call.role, uuid: call.uuid, pc: call.call ? 'pc' in call.call : null };
  }
  function unload() {}
  function act() {
    PEX.pexrtc.setParticipantText('a', 'row 50');
    PEX.pexrtc.muteAudio();
    PEX.pexrtc.sendChatMessage('to you alone', 'a');
  }
  PEX.pluginAPI.registerPlugin({ id: '50-the-call', load: load, unload: unload, act: act });
})();
