def get(text):
    return len(text)


def post(text):
    return text.count("/")
