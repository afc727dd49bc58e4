(function () {
  var guide = (window.guide = window.guide || {});

  function load() { guide.closed = []; }
  function unload() {}

  function layoutControl() {
    PEX.pluginAPI.openTemplateDialog({
      title: 'Layout control',
      body: `<div style="flex-wrap: wrap; justify-content: center;">
        <button class="dialog-button blue-action-button" onclick="window.PEX.pluginAPI.transformConferenceLayout({layout:'4:0'})">Equal</button>
        <button class="dialog-button blue-action-button" onclick="window.PEX.pluginAPI.transformConferenceLayout({})">Default</button>
      </div>`
    });
  }

  function doSomething(conferenceDetails) {
    PEX.pluginAPI.openTemplateDialog({
      title: 'Title',
      body: '<button id="myButtonId">Do Something</button>'
    })
    .then(dialogRef => {
      //Do something
      guide.bodyInThen = document.getElementById('myButtonId').textContent;

      //Subscribe to the close event, if required
      dialogRef.close$.subscribe(() => {
        guide.closed.push('Title');
      });
    });
  }

  function asInVersion21() {
    PEX.pluginAPI
      .openTemplateDialog({
        title: 'Version 21',
        body: `<div>
          <button id="plugin-button">Btn</button>
        </div>`
      })
      .subscribe(dialogRef => {
        // wait until the dialog dom has been fully initialized
        dialogRef.viewInit$.subscribe(() => {
          guide.bodyInViewInit = document.getElementById('plugin-button').textContent;
          dialogRef.close$.subscribe(() => {
            guide.closed.push('Version 21');
          });
        });
      });
  }

  function asInVersion22() {
    PEX.pluginAPI
      .openTemplateDialog({
        title: 'Version 22',
        body: `<div>
          <button id="plugin-button">Btn</button>
        </div>`
      })
      .then(dialogRef => {
        guide.bodyAtOnce = document.getElementById('plugin-button').textContent;
        dialogRef.close$.subscribe(() => {
          guide.closed.push('Version 22');
        });
        document
          .getElementById('plugin-button')
          .addEventListener('click', event => dialogRef.close());
      });
  }

  function bare() {
    PEX.pluginAPI
      .openTemplateDialog({
        title: 'Without then',
        body: '<div>...</div>'
      });
  }

  function styled() {
    PEX.pluginAPI.openTemplateDialog({
      title: 'Styled',
      body: '<p id="inline" style="color: rgb(1, 2, 3)">Inline</p><button id="plain">Plain</button>' +
        '<button id="green" class="dialog-button green-action-button">Green</button>' +
        '<input id="bare-field" aria-label="Bare"><input id="field" class="pex-text-input" aria-label="Field">'
    });
  }

  PEX.pluginAPI.registerPlugin({
    id: 'dialogs', load: load, unload: unload, layoutControl: layoutControl, doSomething: doSomething,
    asInVersion21: asInVersion21, asInVersion22: asInVersion22, bare: bare, styled: styled
  });
})();
