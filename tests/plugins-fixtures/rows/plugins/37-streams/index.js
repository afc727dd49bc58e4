(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['37'] = rows['37'] || {});
  row.seen = [];
  var subscription;
  function load() {
    subscription = PEX.actions$.ofType(PEX.actions.SELECT_EVENT).filter(function (a) { return a.payload.action.type === PEX.actions.PARTICIPANT_CONNECT_SUCCESS; })
      .subscribe({ next: function (a) { row.seen.push(a.payload.action.payload.name); }, error: function () {} });
    PEX.actions$.ofType('[Conference] Buzz Changed').map(function (a) { return a.payload.name; }).take(1).subscribe(function (name) { row.seen.push(name); });
    PEX.actions$.ofType(PEX.actions.DISCONNECT).subscribe(function () { subscription.unsubscribe(); });
  }
  function unload() { subscription.unsubscribe(); }
  PEX.pluginAPI.registerPlugin({ id: '37-streams', load: load, unload: unload });
})();
