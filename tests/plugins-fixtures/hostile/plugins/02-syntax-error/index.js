(function () { this is not JavaScript
