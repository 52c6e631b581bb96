"""The commands of `beslutsminne`, one file for each thing that people do with it."""
