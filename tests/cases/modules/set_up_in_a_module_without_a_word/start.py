from elsewhere import by_other, set_other
from jobs import run
from transport import set_base, set_class, set_function, set_mapping, set_object

ROOT = "https://api.attio.com/v2"
set_base(ROOT)
set_mapping(ROOT)
set_class(ROOT)
set_object(ROOT)
set_function(ROOT)
set_other("https://api.example.org")
by_other("GET", "/notes")
run("people")
