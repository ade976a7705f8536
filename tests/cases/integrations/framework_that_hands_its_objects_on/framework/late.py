def last(service):
    service.collect("/self")  # call: GET /v2/self
