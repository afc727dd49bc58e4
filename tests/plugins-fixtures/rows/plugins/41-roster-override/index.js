(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['41'] = rows['41'] || {});
  function load() {
    PEX.actions$.ofType(PEX.actions.CONNECT_SUCCESS).subscribe(function () {
      var create = PEX.pexrtc.onParticipantCreate;
      PEX.pexrtc.onParticipantCreate = function (raw) {
        row.raw = raw;
        raw.display_name = raw.display_name && 'anonymous';
        if (create) create(raw);
      };
      // Whoever is told of anew would have their name back.
      var update = PEX.pexrtc.onParticipantUpdate;
      PEX.pexrtc.onParticipantUpdate = function (raw) {
        raw.display_name = raw.display_name && 'anonymous';
        if (update) update(raw);
      };
    });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '41-roster-override', load: load, unload: unload });
})();
