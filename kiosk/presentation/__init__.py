"""What QML sees of the exhibition: view models, typesetting, emblems, icons and fonts. Knows no YAML."""
