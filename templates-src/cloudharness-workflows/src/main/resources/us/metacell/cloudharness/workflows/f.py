import time


def f():
    time.sleep(2)
    print("whatever")


f()
