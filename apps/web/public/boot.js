// Sets language and colours before the first paint, so that nothing flashes. A file of its own: the policy forbids inline scripts.
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var chosen = read('hz-colours');
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  var language = read('hz-language') || (/^zh/i.test(navigator.language || 'zh') ? 'zh' : 'en');
  root.lang = language === 'en' ? 'en' : 'zh-CN';
})();
