export default {
  title: 'A site',
  url: 'https://example.com',
  baseUrl: '/',
  future: JSON.parse(process.env.SITE_FUTURE ?? '{}'),
  presets: [['classic', { docs: {}, blog: {}, pages: {} }]],
};
