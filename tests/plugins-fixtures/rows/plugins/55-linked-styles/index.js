(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['55'] = rows['55'] || {});
  function load() {
    var link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = 'custom_configuration/plugins/55-linked-styles/assets/css/styles.css';
    document.head.appendChild(link);
    row.applied = function () { return getComputedStyle(document.documentElement).getPropertyValue('--row-55').trim(); };
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '55-linked-styles', load: load, unload: unload });
})();
