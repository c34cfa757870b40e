"""The commands of ``phulien``, a module each. What a command needs is imported when it runs: help answers at once."""
