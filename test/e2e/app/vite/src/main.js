document.title = 'Built by Vite';
