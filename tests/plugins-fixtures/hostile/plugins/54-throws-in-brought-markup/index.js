(function () {
  function load(participants$, conferenceDetails$) {
    var tmp = document.createElement('div');
    tmp.innerHTML = '<button class="leak" onclick="throw new Error(\'in brought markup\')">x</button>';
    var button = tmp.firstElementChild;
    document.body.append(button);
    setTimeout(function () { button.click(); }, 0);
  }
  function unload() {

  }
  function act(participants, conference) {

  }
  PEX.pluginAPI.registerPlugin({ id: '54-throws-in-brought-markup', load: load, unload: unload, act: act });
})();
