// For browsers that know no modules: shows the other ways to take part and hides a form that could do nothing.
(function () {
  document.getElementById('old').removeAttribute('hidden')
  var forms = document.getElementsByTagName('form')
  for (var i = 0; i < forms.length; i++) forms[i].style.display = 'none'
})()
