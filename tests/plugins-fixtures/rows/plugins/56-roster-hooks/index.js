(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['56'] = rows['56'] || {});
  function load() {
    row.missing = function () {
      var found = ['#pex-sidebar-container > div.pex-sidebar__list > pex-roster-list', '.pex-roster-list__container', '.pex-roster-list__user', '.pex-roster-list__user-states'];
      var gone = found.filter(function (hook) { return !document.querySelector(hook); });
      return document.getElementById(PEX.selfUUID) ? gone : gone.concat('the row of ' + PEX.selfUUID);
    };
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '56-roster-hooks', load: load, unload: unload });
})();
