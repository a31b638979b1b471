'use strict';
require('./action.cjs').main();
