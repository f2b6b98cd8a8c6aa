document.getElementById("request").submit();
