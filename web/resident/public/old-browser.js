// For browsers that know no modules: shows the other ways to take part and hides a form and a button that could do nothing.
(function () {
  document.getElementById('old').removeAttribute('hidden')
  var forms = document.getElementsByTagName('form')
  for (var i = 0; i < forms.length; i++) forms[i].style.display = 'none'
  document.querySelector('.plain').style.display = 'none'
})()
