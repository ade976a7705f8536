def base_of():
    return "https://api.attio.com/v2"


def base_of_shop():
    return "https://api.example.org/v2"
