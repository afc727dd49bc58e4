(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['59'] = rows['59'] || {});
  function load() {
    var holder = document.createElement('div');
    holder.innerHTML = '<svg width="24" height="24"><use href="icons.svg#mic-off"></use></svg>';
    document.body.appendChild(holder);
    row.drawn = function () { return holder.querySelector('use').getBBox().width > 0; };
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '59-used-icons', load: load, unload: unload });
})();
