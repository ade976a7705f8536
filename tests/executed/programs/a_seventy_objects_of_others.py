# sends: nothing
# near: none of the services is Attio's
import requests


class Service:
    def __init__(self, base):
        self.base = base

    def get(self, path):
        return requests.get(self.base + path)


def service(number):
    if number == 0:
        return Service("https://api0.example.com")
    if number == 1:
        return Service("https://api1.example.com")
    if number == 2:
        return Service("https://api2.example.com")
    if number == 3:
        return Service("https://api3.example.com")
    if number == 4:
        return Service("https://api4.example.com")
    if number == 5:
        return Service("https://api5.example.com")
    if number == 6:
        return Service("https://api6.example.com")
    if number == 7:
        return Service("https://api7.example.com")
    if number == 8:
        return Service("https://api8.example.com")
    if number == 9:
        return Service("https://api9.example.com")
    if number == 10:
        return Service("https://api10.example.com")
    if number == 11:
        return Service("https://api11.example.com")
    if number == 12:
        return Service("https://api12.example.com")
    if number == 13:
        return Service("https://api13.example.com")
    if number == 14:
        return Service("https://api14.example.com")
    if number == 15:
        return Service("https://api15.example.com")
    if number == 16:
        return Service("https://api16.example.com")
    if number == 17:
        return Service("https://api17.example.com")
    if number == 18:
        return Service("https://api18.example.com")
    if number == 19:
        return Service("https://api19.example.com")
    if number == 20:
        return Service("https://api20.example.com")
    if number == 21:
        return Service("https://api21.example.com")
    if number == 22:
        return Service("https://api22.example.com")
    if number == 23:
        return Service("https://api23.example.com")
    if number == 24:
        return Service("https://api24.example.com")
    if number == 25:
        return Service("https://api25.example.com")
    if number == 26:
        return Service("https://api26.example.com")
    if number == 27:
        return Service("https://api27.example.com")
    if number == 28:
        return Service("https://api28.example.com")
    if number == 29:
        return Service("https://api29.example.com")
    if number == 30:
        return Service("https://api30.example.com")
    if number == 31:
        return Service("https://api31.example.com")
    if number == 32:
        return Service("https://api32.example.com")
    if number == 33:
        return Service("https://api33.example.com")
    if number == 34:
        return Service("https://api34.example.com")
    if number == 35:
        return Service("https://api35.example.com")
    if number == 36:
        return Service("https://api36.example.com")
    if number == 37:
        return Service("https://api37.example.com")
    if number == 38:
        return Service("https://api38.example.com")
    if number == 39:
        return Service("https://api39.example.com")
    if number == 40:
        return Service("https://api40.example.com")
    if number == 41:
        return Service("https://api41.example.com")
    if number == 42:
        return Service("https://api42.example.com")
    if number == 43:
        return Service("https://api43.example.com")
    if number == 44:
        return Service("https://api44.example.com")
    if number == 45:
        return Service("https://api45.example.com")
    if number == 46:
        return Service("https://api46.example.com")
    if number == 47:
        return Service("https://api47.example.com")
    if number == 48:
        return Service("https://api48.example.com")
    if number == 49:
        return Service("https://api49.example.com")
    if number == 50:
        return Service("https://api50.example.com")
    if number == 51:
        return Service("https://api51.example.com")
    if number == 52:
        return Service("https://api52.example.com")
    if number == 53:
        return Service("https://api53.example.com")
    if number == 54:
        return Service("https://api54.example.com")
    if number == 55:
        return Service("https://api55.example.com")
    if number == 56:
        return Service("https://api56.example.com")
    if number == 57:
        return Service("https://api57.example.com")
    if number == 58:
        return Service("https://api58.example.com")
    if number == 59:
        return Service("https://api59.example.com")
    if number == 60:
        return Service("https://api60.example.com")
    if number == 61:
        return Service("https://api61.example.com")
    if number == 62:
        return Service("https://api62.example.com")
    if number == 63:
        return Service("https://api63.example.com")
    if number == 64:
        return Service("https://api64.example.com")
    if number == 65:
        return Service("https://api65.example.com")
    if number == 66:
        return Service("https://api66.example.com")
    if number == 67:
        return Service("https://api67.example.com")
    if number == 68:
        return Service("https://api68.example.com")
    if number == 69:
        return Service("https://api69.example.com")
    return Service("https://api.example.com/v2")


def main(number=99):
    service(number).get("/notes")


main()
