// Sets the chosen colour scheme before the first paint, so that a dark page never flashes light.
try {
  const scheme = localStorage.getItem('counterclaim:scheme');
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage may be switched off; the system's scheme then holds.
}
