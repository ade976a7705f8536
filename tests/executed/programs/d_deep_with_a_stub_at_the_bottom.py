# sends: nothing
# near: what is handed down is a double
from unittest import mock


def level0(http, slug):
    return http.get(f"https://api.attio.com/v2/objects/{slug}")


def level1(http, slug):
    return level0(http, slug)

def level2(http, slug):
    return level1(http, slug)

def level3(http, slug):
    return level2(http, slug)

def level4(http, slug):
    return level3(http, slug)

def level5(http, slug):
    return level4(http, slug)

def level6(http, slug):
    return level5(http, slug)

def level7(http, slug):
    return level6(http, slug)

def level8(http, slug):
    return level7(http, slug)

def level9(http, slug):
    return level8(http, slug)

def level10(http, slug):
    return level9(http, slug)

def level11(http, slug):
    return level10(http, slug)

def level12(http, slug):
    return level11(http, slug)

def level13(http, slug):
    return level12(http, slug)

def level14(http, slug):
    return level13(http, slug)

def level15(http, slug):
    return level14(http, slug)

def level16(http, slug):
    return level15(http, slug)

def level17(http, slug):
    return level16(http, slug)

def level18(http, slug):
    return level17(http, slug)

def level19(http, slug):
    return level18(http, slug)

def level20(http, slug):
    return level19(http, slug)

def level21(http, slug):
    return level20(http, slug)

def level22(http, slug):
    return level21(http, slug)

def level23(http, slug):
    return level22(http, slug)

def level24(http, slug):
    return level23(http, slug)

def level25(http, slug):
    return level24(http, slug)


level25(mock.Mock(), "people")
