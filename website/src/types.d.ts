/// <reference types="docusaurus-plugin-nnfig" />
