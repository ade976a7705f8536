class Router:
    def __init__(self):
        self.routes = {}

    def command(self, name):
        def put(function):
            self.routes[name] = function
            return function

        return put

    def handle(self, context, name):
        return self.routes[name](context)
